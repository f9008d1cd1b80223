export {
  type Bus,
  type BusReply,
  type BusRequest,
  type BusStream,
  BusUnavailable,
  type InMessage,
  NoResponders,
  type OutMessage,
  PublishStopped,
  RequestTimeout,
  StreamMissing,
  type StreamState
} from './bus.ts'
