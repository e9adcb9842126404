import type { TrainingRefusal, TrainingSaid } from '../../../domain/training/said.ts'
import type { PartBodies } from '../parts.ts'

export const training: PartBodies<TrainingSaid, TrainingRefusal> = { bodies: () => ({}), reasons: [] }
