import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse } from '@nestjs/swagger';
import { LiveQuery } from '@zhixing/platform/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor } from './actor.ts';
import { Allow } from './guard.ts';
import { LiveStreams } from './live-streams.ts';

@Controller('events')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** News for an open page, as server-sent events; `Last-Event-ID` or `after` brings what was missed. Refused before it begins, in the usual form. */
  @Get()
  @Allow('live:own')
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, schema: { type: 'string' } })
  async open(@Actor() actor: Actor, @Query({ schema: LiveQuery }) { topics, after }: LiveQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply, @Headers('last-event-id') heard?: string) {
    await this.streams.admit(actor, topics);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-request-id': request.id });
    try {
      // the head leaves with the first bytes: who reads it misses nothing from then on
      const forget = await this.streams.open(actor, topics, heard ?? after, { write: (text) => void raw.write(text), close: () => void raw.end(() => raw.socket?.destroySoon()) });
      raw.on('close', forget);
      if (raw.destroyed) forget();
      else raw.write('retry: 2000\n\n');
    } catch (error) {
      request.log.error(error);
      raw.destroy(); // the browser tries again
    }
  }
}
