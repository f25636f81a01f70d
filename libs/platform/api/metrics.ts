import { createServer, type Server } from 'node:http';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { CONFIG, type Config } from './config.ts';
import { Database } from './database.ts';

/** One value of a figure; labels when the figure has several (`{ status: 'queued' }`). */
export interface Figure {
  labels?: Record<string, string>;
  value: number;
}

/**
 * The figures of this process for Prometheus: Node's own, requests, the pool, and whatever a room adds by `gauge`.
 * They are shown at `/metrics` of a listener of their own (METRICS_HOST, METRICS_PORT), never at the public port.
 */
@Injectable()
export class Metrics implements OnApplicationShutdown {
  private readonly logger = new Logger('metrics');
  private readonly registry = new Registry();
  private listener: Server | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    database: Database,
  ) {
    this.gauge('database_pool_connections', 'Connections of the pool by state; waiting = requests that wait for one', ['state'], () =>
      Object.entries(database.connections).map(([state, value]) => ({ labels: { state }, value })),
    );
  }

  /** A figure that is read anew at each scrape, for example by SQL. While `read` fails, it is missing and the others are there. */
  gauge(name: string, help: string, labelNames: string[], read: () => Figure[] | Promise<Figure[]>): void {
    const { logger } = this;
    new Gauge({
      name, help, labelNames, registers: [this.registry],
      async collect() {
        this.reset();
        if (!labelNames.length) this.remove(); // else an unlabelled figure would be 0
        try {
          for (const { labels = {}, value } of await read()) this.set(labels, value);
        } catch (error) {
          logger.warn(`${name}: ${(error as Error).message}`);
        }
      },
    });
  }

  /** Measures every answered request by its route, not its address. */
  measureRequests(server: FastifyInstance): void {
    const seconds = new Histogram({
      name: 'http_request_duration_seconds', help: 'Time to the end of the answer',
      labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [this.registry],
    });
    server.addHook('onResponse', async (request, reply) => {
      seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  }

  /**
   * Opens the listener, when the configuration has one; it closes with the application. API and worker both call this.
   * @returns its port, undefined without one
   * @throws Error when the port is taken
   */
  async listen(): Promise<number | undefined> {
    const { metrics } = this.config;
    if (!metrics) return undefined;
    collectDefaultMetrics({ register: this.registry });
    const listener = createServer((request, response) => {
      if (request.url !== '/metrics' || request.method !== 'GET') return void response.writeHead(404).end();
      this.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await new Promise<void>((resolve, reject) => listener.once('error', reject).listen(metrics.port, metrics.host, resolve));
    this.listener = listener.unref();
    return (listener.address() as { port: number }).port;
  }

  onApplicationShutdown(): void {
    this.listener?.close();
    this.listener?.closeAllConnections();
  }
}
