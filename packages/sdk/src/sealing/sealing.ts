export { addRecipient, openFile, type SealedFile, sealFile } from './files.ts'
export { createSealingIdentity, readIdentities, recipientOf, type SealingIdentity } from './identity.ts'
export { SealingError, type SealingProblem } from './sealing-error.ts'
export { type Bytes, openStream, sealStream } from './streams.ts'
