import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Enrolment, GiveCode, Me, Proof, RecoveryCodes, SecondFactorView } from '@zhixing/access/contract';
import { Actor, Allow, Returns } from '@zhixing/platform/api';
import { Done } from '@zhixing/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoginsService } from './logins.service.ts';
import { SecondFactorService } from './second-factor.service.ts';

@Controller('auth/second-factor')
export class SecondFactorController {
  constructor(
    private readonly logins: LoginsService,
    private readonly factors: SecondFactorService,
  ) {}

  @Get()
  @Allow('login:own')
  @Returns(SecondFactorView)
  mine(@Actor() actor: Actor) {
    return this.factors.mine(actor);
  }

  @Post()
  @Allow('login:enter')
  @HttpCode(200)
  @Returns(Me)
  finish(@Actor() actor: Actor, @Body({ schema: GiveCode }) { code }: GiveCode, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.logins.finish(actor, code, request, reply);
  }

  @Post('enrolment')
  @Allow('login:own')
  @HttpCode(200)
  @Returns(Enrolment)
  offer(@Actor() actor: Actor, @Body({ schema: Proof }) proof: Proof) {
    return this.factors.offer(actor, proof);
  }

  @Post('confirmation')
  @Allow('login:own')
  @HttpCode(200)
  @Returns(RecoveryCodes)
  confirm(@Actor() actor: Actor, @Body({ schema: GiveCode }) { code }: GiveCode) {
    return this.factors.confirm(actor, code);
  }

  @Post('recovery-codes')
  @Allow('login:own')
  @HttpCode(200)
  @Returns(RecoveryCodes)
  renew(@Actor() actor: Actor, @Body({ schema: Proof }) proof: Proof) {
    return this.factors.renewRecoveryCodes(actor, proof);
  }

  @Post('removal')
  @Allow('login:own')
  @HttpCode(200)
  @Returns(Done)
  async remove(@Actor() actor: Actor, @Body({ schema: Proof }) proof: Proof) {
    await this.factors.remove(actor, proof);
    return { done: true };
  }
}
