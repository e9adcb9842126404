import type { TrainingRefusal, TrainingSaid } from '../../domain/training/said.ts'
import type { Part } from './part.ts'

export const training: Part<TrainingSaid['kind'], TrainingRefusal> = { words: {}, cards: {}, refusals: {}, help: {} }
