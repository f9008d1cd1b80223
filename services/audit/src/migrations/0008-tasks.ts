import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table tasks (
     id uuid primary key, number text not null, phase text, title text not null, issuer text not null,
     due_on text not null, ended text, agencies text[] not null, planned_at timestamptz not null, version int not null)`,
  `create index tasks_newest on tasks (planned_at desc, id desc)`,
  `create table task_assignments (
     task uuid not null, agency text not null, issuer text not null, status text not null, due_on text not null,
     result text, primary key (task, agency))`
]

/** Tasks 任务 as lists show them, and who has each. */
export const tasks: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
