import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AccountView, ActivationLink, LinkView, LookAtLink, UseLink } from '@zhixing/access/contract';
import { Actor, Allow, From, type Origin, Public, Returns } from '@zhixing/platform/api';
import { ById, Done } from '@zhixing/platform/contract';
import { AccountsService } from './accounts.service.ts';

@Controller()
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get('accounts/:id')
  @Allow('account:administer')
  @Returns(AccountView)
  account(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.accounts.account(actor, id);
  }

  @Post('accounts/:id/activation')
  @Allow('account:administer')
  @Returns(ActivationLink, 201)
  activate(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    return this.accounts.activate(actor, id);
  }

  @Delete('accounts/:id/logins')
  @Allow('account:administer')
  @Returns(Done)
  async endLogins(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.accounts.endLogins(actor, id);
    return { done: true };
  }

  @Delete('accounts/:id/second-factor')
  @Allow('account:administer')
  @Returns(Done)
  async resetSecondFactor(@Actor() actor: Actor, @Param({ schema: ById }) { id }: ById) {
    await this.accounts.resetSecondFactor(actor, id);
    return { done: true };
  }

  @Post('auth/activation/look')
  @Public()
  @HttpCode(200)
  @Returns(LinkView)
  look(@Body({ schema: LookAtLink }) { token }: LookAtLink) {
    return this.accounts.look(token);
  }

  @Post('auth/activation')
  @Public()
  @HttpCode(200)
  @Returns(Done)
  async use(@Body({ schema: UseLink }) body: UseLink, @From() origin: Origin) {
    await this.accounts.use(body, origin);
    return { done: true };
  }
}
