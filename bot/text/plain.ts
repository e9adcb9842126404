/** What our own markdown says without its marks. People's words carry none: `quoted` takes them out. */
export const plain = (markdown: string): string => markdown.replaceAll('**', '').replace(/^> /gm, '')
