-- AlterTable
ALTER TABLE "task" ADD COLUMN     "ruleBy" TIMESTAMPTZ(3);

-- What waits already has its timer
UPDATE "task" SET "ruleBy" = (SELECT "dueAt" FROM "timer" WHERE "subject" = "task"."id" AND "kind" = 'rule') WHERE "stage" IN ('triage', 'disputed');
