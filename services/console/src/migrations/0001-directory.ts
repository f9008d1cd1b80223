export { directoryMigration as directory } from '@wuhu/access'
