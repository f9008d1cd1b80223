import type { DirectoryTables, ReadTables } from '@wuhu/access'

/** Tables of schema `notifications`; mailboxes are streams of a store of their own, schema `mail`. */
export type NotificationsTables = DirectoryTables & ReadTables
