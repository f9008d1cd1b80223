export { type OwnNats, type OwnServer, type OwnServers, ownNats, ownServers } from './own-servers.ts'
export { type Teardown, type TestDatabase, testDatabase } from './test-database.ts'
export { testNats } from './test-nats.ts'
export { until } from './until.ts'
