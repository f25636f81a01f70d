import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';

/** A SQL statement that PostgreSQL prepares once per connection under its name (`courses.catalogue`). */
export interface Statement {
  name: string;
  text: string;
}

export const statement = (name: string, text: string): Statement => ({ name, text });

/** Whatever a query can run on: the pool, or a transaction. */
export interface Reader {
  rows<T>(query: Statement, values?: unknown[]): Promise<T[]>;
}

/** The first row, or undefined. */
export const first = async <T>(reader: Reader, query: Statement, values?: unknown[]): Promise<T | undefined> => (await reader.rows<T>(query, values))[0];

/** One open transaction: `manager` for entities, `rows` for SQL, both on the same connection. */
export class Transaction implements Reader {
  constructor(readonly manager: EntityManager) {}

  async rows<T>(query: Statement, values: unknown[] = []): Promise<T[]> {
    const client: PoolClient = await this.manager.queryRunner!.connect();
    return (await client.query({ name: query.name, text: query.text, values })).rows as T[];
  }
}

/** PostgreSQL asks to try again: serialization failure and deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const TRIES = 3;

/** The door to PostgreSQL. Writes happen inside `transaction` only. */
@Injectable()
export class Database implements Reader {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  /** How many connections the pool has, how many of them idle, and how many requests wait for one. */
  get connections(): { total: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Reads outside a transaction, through the pool. */
  async rows<T>(query: Statement, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query({ name: query.name, text: query.text, values })).rows as T[];
  }

  /** Runs `work` in one transaction; repeats it when PostgreSQL reports a deadlock or a serialization failure. */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.source.transaction((manager) => work(new Transaction(manager)));
      } catch (error) {
        if (tries === TRIES || !RETRYABLE.has((error as { code?: string }).code ?? '')) throw error;
      }
    }
  }
}
