import type { Asked } from '../domain/understand/asked.ts'
import { askedOf } from '../domain/understand/asked.ts'
import { onErase, onKeep } from './mydata.ts'
import { answer, type Result, type Turn } from './turn.ts'

/** Whole sentences about what is kept of him; whatever he was asked stays asked. Null for anything else. */
export async function onAskedOfHim(turn: Turn, text: string): Promise<Result | null> {
  const asked = askedOf(text)
  return asked && HANDLERS[asked](turn)
}

const told = (what: 'unshield' | 'who-looked' | 'who-reported') => async () => answer(what, { kind: 'kept-how', what })

const HANDLERS: Readonly<Record<Asked, (turn: Turn) => Promise<Result | null>>> = {
  erase: onErase,
  'erase-not': onKeep,
  unshield: told('unshield'),
  'who-looked': told('who-looked'),
  'who-reported': told('who-reported'),
}
