/**
 * What keeps a lost phone silent. One data key hides every row; it is never extractable, and lies in
 * the store only wrapped: by a key made of the PIN, and by a key of this browser that scripts cannot
 * read out. Each command is sealed to the server's public key besides, at the moment it is recorded:
 * a wipe after wrong PINs has no key to read the queue with, and still loses no work.
 *
 * @typedef {{ iv: Uint8Array, data: ArrayBuffer }} Cipher
 */

const ROUNDS = 300_000
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** @param {number} length @returns {Uint8Array<ArrayBuffer>} */
export const random = (length) => crypto.getRandomValues(new Uint8Array(length))

/** @param {BufferSource} raw @param {KeyUsage[]} uses */
const imported = (raw, uses) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, uses)

/** @param {CryptoKey} key @param {BufferSource} bytes @returns {Promise<Cipher>} */
async function encrypt(key, bytes) {
  const iv = random(12)
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) }
}

/** @param {CryptoKey} key @param {Cipher} cipher */
const decrypt = (key, { iv, data }) =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv: /** @type {any} */ (iv) }, key, data)

// -- the data key and its PIN -------------------------------------------------------------------

/**
 * @typedef {object} Wrapping
 * @property {Uint8Array} salt
 * @property {number} rounds
 * @property {CryptoKey} device
 * @property {Cipher} wrapped
 */

/** @param {string} pin @param {Uint8Array} salt @param {number} rounds */
async function ofPin(pin, salt, rounds) {
  const typed = await crypto.subtle.importKey('raw', encoder.encode(pin), 'PBKDF2', false, [
    'deriveKey',
  ])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: /** @type {any} */ (salt), iterations: rounds },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  )
}

/**
 * A new data key, and how the PIN leads to it.
 * @param {string} pin
 * @returns {Promise<{ key: CryptoKey, wrapping: Wrapping }>}
 */
export async function makeDataKey(pin) {
  const raw = random(32)
  try {
    return {
      key: await imported(raw, ['encrypt', 'decrypt']),
      wrapping: await wrap(raw, pin),
    }
  } finally {
    raw.fill(0)
  }
}

/** @param {Uint8Array<ArrayBuffer>} raw @param {string} pin @returns {Promise<Wrapping>} */
async function wrap(raw, pin) {
  const salt = random(16)
  const device = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const inner = await encrypt(await ofPin(pin, salt, ROUNDS), raw)
  const both = new Uint8Array(12 + inner.data.byteLength)
  both.set(inner.iv)
  both.set(new Uint8Array(inner.data), 12)
  return { salt, rounds: ROUNDS, device, wrapped: await encrypt(device, both) }
}

/** @param {Wrapping} wrapping @param {string} pin @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
async function unwrapped({ salt, rounds, device, wrapped }, pin) {
  const both = new Uint8Array(await decrypt(device, wrapped))
  const inner = { iv: both.slice(0, 12), data: both.slice(12).buffer }
  try {
    return new Uint8Array(await decrypt(await ofPin(pin, salt, rounds), inner))
  } catch {
    return null
  }
}

/**
 * @param {Wrapping} wrapping
 * @param {string} pin
 * @returns {Promise<CryptoKey | null>} null: the wrong PIN
 */
export async function openDataKey(wrapping, pin) {
  const raw = await unwrapped(wrapping, pin)
  if (!raw) return null
  const key = await imported(raw, ['encrypt', 'decrypt'])
  raw.fill(0)
  return key
}

/**
 * Another PIN for the same data key.
 * @param {Wrapping} wrapping
 * @param {string} pin
 * @param {string} next
 * @returns {Promise<Wrapping | null>} null: the wrong PIN
 */
export async function changePin(wrapping, pin, next) {
  const raw = await unwrapped(wrapping, pin)
  if (!raw) return null
  const changed = await wrap(raw, next)
  raw.fill(0)
  return changed
}

// -- rows ---------------------------------------------------------------------------------------

/**
 * Plain data of what may be a reactive proxy, which IndexedDB refuses.
 * @template T @param {T} value @returns {T}
 */
export const plain = (value) => JSON.parse(JSON.stringify(value ?? null))

/** @param {CryptoKey} key @param {any} value @returns {Promise<Cipher>} */
export const hide = (key, value) => encrypt(key, encoder.encode(JSON.stringify(value ?? null)))

/** @param {CryptoKey} key @param {Cipher} cipher @returns {Promise<any>} */
export const show = async (key, cipher) => JSON.parse(decoder.decode(await decrypt(key, cipher)))

/** @param {CryptoKey} key @param {BufferSource} bytes @returns {Promise<Cipher>} */
export const hideBytes = (key, bytes) => encrypt(key, bytes)

/** @param {CryptoKey} key @param {Cipher} cipher @returns {Promise<ArrayBuffer>} */
export const showBytes = (key, cipher) => decrypt(key, cipher)

/** @param {ArrayBuffer | Uint8Array} bytes base64url without padding, as the contract writes bytes */
export function base64url(bytes) {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)
  let text = ''
  for (let at = 0; at < view.length; at += 0x8000)
    text += String.fromCharCode(...view.subarray(at, at + 0x8000))
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function fromBase64url(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}
