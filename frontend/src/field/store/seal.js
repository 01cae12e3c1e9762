import { base64url, random } from './secrets.js'

/**
 * What only the server can open: ECDH with its public key, so that sealing needs neither PIN nor
 * network. One sealed thing is one command or one photo; each is told by its own id, which makes
 * handing it over again harmless.
 *
 * @typedef {{ kid: string, jwk: JsonWebKey }} SealKey the server's public key
 * @typedef {object} Sealed as `POST /sealed-queues` takes it, without the device's secret
 * @property {string} id
 * @property {string} kid
 * @property {{ kty: string, crv: string, x: string, y: string }} epk
 * @property {string} iv
 * @property {string} sealed
 */

const encoder = new TextEncoder()
const CURVE = { name: 'ECDH', namedCurve: 'P-256' }

/** @param {CryptoKey} own @param {SealKey} seal @param {string} device */
async function agreed(own, seal, device) {
  const { kty, crv, x, y } = seal.jwk
  const theirs = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const stretched = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = encoder.encode(`sibu sealed queue 1|${device}|${seal.kid}`)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    stretched,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt']
  )
}

/**
 * @param {SealKey} seal
 * @param {string} device
 * @param {string} id
 * @param {any} content what the server shall find: `{ commands: […], clock }`
 * @returns {Promise<Sealed>}
 */
export async function sealed(seal, device, id, content) {
  const own = await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])
  const key = await agreed(own.privateKey, seal, device)
  const iv = random(12)
  const additionalData = encoder.encode(`${id}|${device}|${seal.kid}`)
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    encoder.encode(JSON.stringify(content))
  )
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', own.publicKey)
  return {
    id,
    kid: seal.kid,
    epk: { kty: String(kty), crv: String(crv), x: String(x), y: String(y) },
    iv: base64url(iv),
    sealed: base64url(data),
  }
}
