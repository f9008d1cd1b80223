export { officersMigration as officers } from '@wuhu/access'
