/** Bech32 (BIP 173), as age writes its keys. */
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/** Whether the text is the public half of an age X25519 key, its checksum included. */
export function isAgeRecipient(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false
  const prefix = [...'age'].map((letter) => letter.charCodeAt(0))
  const values = [
    ...prefix.map((code) => code >> 5),
    0,
    ...prefix.map((code) => code & 31),
    ...[...text.slice(4)].map((letter) => alphabet.indexOf(letter))
  ]
  const checksum = values.reduce((sum, value) => {
    const next = ((sum & 0x1ffffff) << 5) ^ value
    return generator.reduce((all, one, bit) => ((sum >>> 25) & (1 << bit) ? all ^ one : all), next)
  }, 1)
  return checksum === 1
}
