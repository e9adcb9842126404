/** The owner of what waits for the command room, as against one person or one unit. */
export const COMMAND_ROOM = 'command-room'
