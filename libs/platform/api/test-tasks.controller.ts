import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Done } from '@zhixing/platform/contract';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { Public, Returns } from './guard.ts';
import type { Task } from './subscriber.ts';

/** Injection token of all rooms' Tasks. */
export const TASKS = Symbol('Tasks');

/** A task by its name. */
const RunTask = z.strictObject({ name: z.string().max(100) });
type RunTask = z.infer<typeof RunTask>;

/** Does what the worker does by the hour: the clock that tests move sets off no cron. Registered in test mode only. */
@Controller('test/tasks')
export class TestTasksController {
  constructor(
    @Inject(TASKS) private readonly tasks: Task[],
    private readonly modules: ModuleRef,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @Returns(Done)
  async run(@Body({ schema: RunTask }) { name }: RunTask) {
    const task = this.tasks.find((one) => one.name === name);
    if (!task) throw new AppError('not_found');
    await this.modules.get(task.by, { strict: false }).run();
    return { done: true };
  }
}
