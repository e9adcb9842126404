import type { ServerResponse } from 'node:http'
import type { Trouble } from '../doors/wecom.ts'

const json = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** The platform answers with an errcode, and did nothing. */
export const refuses = (errcode: number): Trouble => ({
  done: false,
  reply: (response) => json(response, { errcode, errmsg: 'no way, hint: [1], from ip: 10.0.0.1' }),
})

/** Half of a good answer, and then the line is cut. */
const cut: Trouble['reply'] = (response, request) => {
  response.writeHead(200, { 'content-length': '400' })
  response.write('{"errcode":0,', () => request.socket.destroy())
}

/** A good answer, a byte now and then, and never the end of it. */
const drips: Trouble['reply'] = (response) => {
  response.writeHead(200)
  const drip = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(drip))
}

/** What may come back of a call; `done` = the platform says nothing of the kind, and yet did what was asked. */
export const TROUBLES: Readonly<Record<string, Trouble>> = {
  'a status of 500': { done: false, reply: (r) => void r.writeHead(500).end() },
  'a status of 502 with a page': { done: false, reply: (r) => void r.writeHead(502).end('<html><h1>Bad Gateway') },
  'errcode -1': refuses(-1),
  'a good deed and silence': { done: true, reply: () => undefined },
  silence: { done: false, reply: () => undefined },
  'a good deed and a cut line': { done: true, reply: cut },
  'a slow drip': { done: true, reply: drips },
  'an empty answer': { done: true, reply: (r) => void r.writeHead(200).end() },
  'no JSON': { done: true, reply: (r) => void r.writeHead(200).end('{"errcode":0,"err') },
}
