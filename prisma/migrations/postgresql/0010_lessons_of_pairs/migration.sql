-- AlterTable
ALTER TABLE "lesson" ADD COLUMN     "other" TEXT,
ADD COLUMN     "otherId" TEXT,
ADD COLUMN     "same" BOOLEAN,
ADD COLUMN     "takenAt" TIMESTAMPTZ(3),
ADD COLUMN     "takenBy" TEXT;
