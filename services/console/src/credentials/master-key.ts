import { createHmac, hkdfSync } from 'node:crypto'

/** Keys of the console, each for one purpose, from the one secret of its key file (HKDF, RFC 5869). */
export interface MasterKey {
  /** 32 bytes, for AES-256-GCM over the secrets of second factors. */
  readonly totp: Buffer
  /** A tag over `text` that only this console can make: codes, and tokens against forged forms. 32 bytes. */
  tag(purpose: 'enrolment' | 'form' | 'recovery' | 'throttle', text: string): Buffer
}

/** @param secret at least 32 bytes, base64. @throws RangeError for less */
export function createMasterKey(secret: string): MasterKey {
  const bytes = Buffer.from(secret.trim(), 'base64')
  if (bytes.length < 32) throw new RangeError('the key of the console is base64 of at least 32 bytes')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', bytes, '', `wuhu console ${purpose}`, 32))
  const keys = {
    enrolment: derive('enrolment'),
    form: derive('form'),
    recovery: derive('recovery'),
    throttle: derive('throttle')
  }
  return { totp: derive('totp'), tag: (purpose, text) => createHmac('sha256', keys[purpose]).update(text).digest() }
}
