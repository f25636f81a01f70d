import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '@zhixing/people/api';
import { ActorSource } from '@zhixing/platform/api';
import { AccountsController } from './accounts.controller.ts';
import { AccountsService } from './accounts.service.ts';
import { AuthController } from './auth.controller.ts';
import { DemoService } from './demo.service.ts';
import { LoginCookie } from './login-cookie.ts';
import { LoginsService } from './logins.service.ts';
import { PasswordStrategy } from './password.strategy.ts';
import { PasswordsService } from './passwords.service.ts';
import { SecondFactorController } from './second-factor.controller.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { Tries } from './tries.ts';

/** Global because the guard of every room asks the ActorSource. */
@Global()
@Module({
  imports: [PeopleModule],
  controllers: [AuthController, SecondFactorController, AccountsController],
  providers: [LoginsService, AccountsService, PasswordsService, SecondFactorService, Tries, DemoService, LoginCookie, PasswordStrategy, { provide: ActorSource, useExisting: LoginsService }],
  exports: [ActorSource],
})
export class AccessModule {}
