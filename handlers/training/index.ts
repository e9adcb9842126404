import type { TRAINING_COMMANDS } from '../../domain/training/wording-commands.ts'
import { CLASS } from '../../domain/training/class.ts'
import { KNOWLEDGE } from '../../domain/training/knowledge.ts'
import type { Slice } from '../slice.ts'
import { onClassJoin, onClassList, onClassOpen, onClassTimer } from './class.ts'
import { onKeep } from './keep.ts'
import {
  onApprove,
  onConfirm,
  onDelete,
  onDrop,
  onKnowledge,
  onKnowledgeText,
  onKnowledgeTimer,
  onRefuse,
} from './knowledge.ts'
import { onMistakes, onMyStudy, onStudyState, setting } from './mine.ts'
import { mornings, onMorning, QUIZ } from './morning.ts'
import { onQuiz, onQuizAnswer } from './quiz.ts'

/** 学习: a question every working day, what was learnt from answers and rulings, and who was at a class. */
export const training: Slice<keyof typeof TRAINING_COMMANDS> = {
  commands: {
    quiz: onQuiz,
    'quiz-answer': onQuizAnswer,
    mistakes: onMistakes,
    'my-study': onMyStudy,
    'study-state': onStudyState,
    'study-off': setting('off'),
    'study-on': setting('on'),
    knowledge: onKnowledge,
    'knowledge-keep': onKeep,
    'knowledge-text': onKnowledgeText,
    'knowledge-confirm': onConfirm,
    'knowledge-drop': onDrop,
    'knowledge-approve': onApprove,
    'knowledge-refuse': onRefuse,
    'knowledge-delete': onDelete,
    'class-open': onClassOpen,
    'class-join': onClassJoin,
    'class-list': onClassList,
  },
  timers: { [QUIZ]: onMorning, [KNOWLEDGE]: onKnowledgeTimer, [CLASS]: onClassTimer },
  daily: [mornings],
}
