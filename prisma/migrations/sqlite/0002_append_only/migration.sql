-- Written by hand: what happened is never rewritten. `shaozi verify` finds what gets past this.
CREATE TRIGGER "event_is_not_changed" BEFORE UPDATE ON "event"
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;

CREATE TRIGGER "event_is_not_deleted" BEFORE DELETE ON "event"
BEGIN
  SELECT RAISE(ABORT, 'the event log is append-only');
END;
