export { readsMigration as reads } from '@wuhu/access'
