import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ChangePassword, LoginList, LoginPage, LoginRequest, Me, PasswordFacts, SignedIn } from '@zhixing/access/contract';
import { Actor, Allow, Public, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DemoService } from './demo.service.ts';
import { LoginsService } from './logins.service.ts';
import { PasswordsService } from './passwords.service.ts';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly logins: LoginsService,
    private readonly passwords: PasswordsService,
    private readonly demo: DemoService,
  ) {}

  @Get('login-page')
  @Public()
  @Returns(LoginPage)
  page() {
    return this.demo.page();
  }

  @Post('login')
  @Public()
  @HttpCode(200)
  @Returns(SignedIn)
  signIn(@Body({ schema: LoginRequest }) body: LoginRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.logins.signIn(body, request, reply);
  }

  @Post('logout')
  @Allow('login:enter')
  @HttpCode(200)
  @Returns(Done)
  async signOut(@Actor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply) {
    await this.logins.signOut(actor, reply);
    return { done: true };
  }

  @Get('me')
  @Allow('login:own')
  @Returns(Me)
  me(@Actor() actor: Actor) {
    return this.logins.me(actor.personId);
  }

  @Get('password')
  @Allow('login:own')
  @Returns(PasswordFacts)
  password(@Actor() actor: Actor) {
    return this.passwords.facts(actor);
  }

  @Put('password')
  @Allow('login:own')
  @Returns(Done)
  async changePassword(@Actor() actor: Actor, @Body({ schema: ChangePassword }) body: ChangePassword) {
    await this.passwords.change(actor, body);
    return { done: true };
  }

  @Get('logins')
  @Allow('login:own')
  @Returns(LoginList)
  mine(@Actor() actor: Actor) {
    return this.logins.mine(actor);
  }

  @Delete('logins/:id')
  @Allow('login:own')
  @Returns(Done)
  async end(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.logins.end(actor, id);
    return { done: true };
  }

  @Delete('logins')
  @Allow('login:own')
  @Returns(Done)
  async endOthers(@Actor() actor: Actor) {
    await this.logins.endOthers(actor);
    return { done: true };
  }
}
