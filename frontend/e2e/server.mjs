// Starts the real server on a fresh demo database, for the browser tests and the gallery.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const python = process.env.SIBU_PYTHON ?? join(root, '.venv/bin/python')

export const PASSWORD = 'demo-Only-4417'

/**
 * A port below those that systems give out by themselves: it is taken only when the demo has been filled, and until then
 * any connection on the machine might get one of these.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve) => {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const probe = createServer().once('error', () => resolve(freePort()))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(port)))
  })
}

/**
 * @param {number} [port]
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>}
 */
export async function startServer(port) {
  const at = port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'sibu-e2e-'))
  const url = `http://localhost:${at}`
  let said = ''
  const child = spawn(python, ['-m', 'api.cli', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      SIBU_DATA: folder,
      SIBU_DEMO_PASSWORD: PASSWORD,
      SIBU_PORT: String(at),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const hear = (/** @type {Buffer} */ text) => (said = (said + text).slice(-8000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)

  const stop = async () => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    }
    rmSync(folder, { recursive: true, force: true })
  }

  const until = Date.now() + 240_000
  while (Date.now() < until) {
    if (child.exitCode !== null) break
    try {
      if ((await fetch(`${url}/readyz`)).ok) return { url, folder, stop }
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await stop()
  throw new Error(`the server did not become ready:\n${said}`)
}

/**
 * Imports a folder of records into the database of a server that runs.
 * @param {{ folder: string }} server
 * @param {string} mapping name of one of the house's mapping files
 * @param {string} source
 * @param {string} station code of the one that gets the cases
 */
export function importInto(server, mapping, source, station) {
  const file = join(root, 'api/imports/mappings', `${mapping}.toml`)
  const { status, stdout, stderr } = spawnSync(
    python,
    ['-m', 'api.cli', 'import', file, source, '--station', station],
    { cwd: root, env: { ...process.env, SIBU_DATA: server.folder }, encoding: 'utf8' }
  )
  // 1: some rows were refused and told, all others are in.
  if (status !== 0 && status !== 1) throw new Error(`import of ${mapping}:\n${stdout}${stderr}`)
}
