export { connectNats, dial, type NatsOptions } from './nats/connect.ts'
export type { BusLogger } from './nats/link.ts'
export { createStreams, type StreamDefinition, streamConfig, streams } from './nats/streams.ts'
