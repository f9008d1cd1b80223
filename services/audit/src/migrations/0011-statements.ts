export { statementsMigration as statements } from '@wuhu/store'
