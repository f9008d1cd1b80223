import { registersMigration } from '@wuhu/documents'

/** Registers of document numbers 发文登记, without gaps. */
export const registers = registersMigration
