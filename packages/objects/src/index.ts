export {
  type ByteRange,
  ObjectExists,
  ObjectIdInvalid,
  ObjectMissing,
  type ObjectStore,
  ObjectsUnavailable,
  ObjectTooLarge,
  type Stored
} from './objects.ts'
