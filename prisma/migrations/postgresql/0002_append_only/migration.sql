-- Written by hand: what happened is never rewritten. `shaozi verify` finds what gets past this.
CREATE FUNCTION "event_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is append-only';
END;
$$;

CREATE TRIGGER "event_is_not_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event"
FOR EACH STATEMENT EXECUTE FUNCTION "event_is_append_only"();
