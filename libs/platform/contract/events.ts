import type { z } from 'zod';

/** Something that has happened, and the shape of what is told about it: ids and small facts, never a person's texts. */
export interface EventDefinition<T extends z.ZodType = z.ZodType> {
  name: string;
  payload: T;
}

/** Names the events of a room, in the past tense (`courses.completed`), with the schema of each payload. */
export const defineEvents = <const T extends Record<string, z.ZodType>>(schemas: T): { [Name in keyof T & string]: EventDefinition<T[Name]> } =>
  Object.fromEntries(Object.entries(schemas).map(([name, payload]) => [name, { name, payload }])) as never;
