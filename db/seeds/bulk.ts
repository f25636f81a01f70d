import { statement, type Transaction } from '@zhixing/platform/api';

const OF_TABLES = statement(
  'seeds.indexes',
  `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
          format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add
     from pg_constraint c
    where c.conrelid = any($1::regclass[]) and c.contype in ('f', 'p') or c.confrelid = any($1::regclass[]) and c.contype = 'f'
   union all
   select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
     from pg_index i
    where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`,
);

/** Takes keys and indexes off the tables, fills them, and puts the same ones back: building an index once is several times faster than growing it by each row. */
export async function withoutIndexes(tx: Transaction, tables: string[], fill: () => Promise<void>): Promise<void> {
  const parts = await tx.rows<{ drop: string; add: string }>(OF_TABLES, [tables]);
  // a foreign key of one table, or of one that stays as it is, leans on the primary key of another
  const foreign = (part: { add: string }) => Number(part.add.includes('FOREIGN KEY'));
  for (const { drop } of parts.toSorted((one, other) => foreign(other) - foreign(one))) await tx.manager.query(drop);
  await fill();
  for (const { add } of parts.toSorted((one, other) => foreign(one) - foreign(other))) await tx.manager.query(add);
}
