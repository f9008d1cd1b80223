export { deadlineRowSecurity } from '@wuhu/deadlines'
