export { deadlineMigration as deadlines } from '@wuhu/deadlines'
