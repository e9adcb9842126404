/** As a pattern that means itself: what is a name may hold brackets, 「市场监管所(东区)」. */
export const literal = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
