-- AlterTable
ALTER TABLE "lesson" ADD COLUMN "other" TEXT;
ALTER TABLE "lesson" ADD COLUMN "otherId" TEXT;
ALTER TABLE "lesson" ADD COLUMN "same" BOOLEAN;
ALTER TABLE "lesson" ADD COLUMN "takenAt" DATETIME;
ALTER TABLE "lesson" ADD COLUMN "takenBy" TEXT;
