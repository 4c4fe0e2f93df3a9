// Figures for Prometheus, where LICET_METRICS=1 opens them; elsewhere there is no such place.
import { Controller, Get, Inject, Optional, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#kernel';
import { Action } from '../security/action';
import { Metrics } from './metrics';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(@Optional() @Inject(Metrics) private readonly metrics: Metrics | null) {}

  @Get()
  @Action('metrics.read')
  async read(@Res() reply: FastifyReply): Promise<void> {
    if (!this.metrics) throw new Refusal('missing', 'no-such-place');
    const text = await this.metrics.text();
    reply.header('content-type', this.metrics.contentType).send(text);
  }
}
