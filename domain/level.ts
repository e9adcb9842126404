/** How urgent a case is. */
export type Level = 'emergency' | 'urgent' | 'normal'
