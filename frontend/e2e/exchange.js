import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { as } from './api.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const python = process.env.SIBU_PYTHON ?? join(root, '.venv/bin/python')

/**
 * An exchange at Beijing 1 with these people at its telephones, played by `sibu simulate-calls`.
 * @param {Record<string, string>} seats extension by account
 */
export async function exchangeWith(seats) {
  const [administrator, manager] = await Promise.all([as('sa.zb'), as('sm.bj01')])
  const station = (await manager.get('/stations?limit=200')).items.find(
    (one) => one.code === 'BJ01'
  )
  const made = await administrator.post('/telephony-exchanges', {
    name: '热线总机',
    station_id: station.id,
    area_code: '010',
  })
  for (const [account, number] of Object.entries(seats)) {
    const me = await (await as(account)).get('/me')
    await manager.post('/extensions', {
      exchange_id: made.id,
      number,
      employee_id: me.employee.id,
      take_over: true,
    })
  }

  /**
   * Lets calls come in until they are over. What it gives back ends them, so that the next test finds free lines.
   * @param {{ agents: string[], numbers: string[], calls?: number, rate?: number }} play
   */
  function play({ agents, numbers, calls = numbers.length, rate = 600 }) {
    const words = [
      'simulate-calls',
      '--by-screen',
      '--rate',
      String(rate),
      '--calls',
      String(calls),
    ]
    const child = spawn(
      python,
      ['-m', 'api.cli', ...words, '--agents', agents.join(','), '--numbers', numbers.join(',')],
      {
        cwd: root,
        env: {
          ...process.env,
          SIBU_EXCHANGE: made.id,
          SIBU_EXCHANGE_SECRET: made.signing_secret,
          SIBU_ADDRESS: process.env.SIBU_E2E_URL,
        },
        stdio: 'ignore',
      }
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    return async () => {
      child.kill('SIGINT')
      await ended
    }
  }
  return { id: made.id, play }
}
