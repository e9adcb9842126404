import { wishIn } from '../privacy/shieldIn.ts'
import { normalised } from './grams.ts'

/** What two writers of one text must have in common, whatever they ask for themselves: 「保密，…」 tells the same as 「…」. */
export const comparable = (text: string): string => normalised(wishIn(text)?.rest || text)
