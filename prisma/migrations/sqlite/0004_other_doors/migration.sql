-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "tried" JSONB;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN "gps" TEXT;
ALTER TABLE "attachment" ADD COLUMN "thumb" TEXT;

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "account" TEXT NOT NULL,
    "external" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "wroteAt" DATETIME,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "village" TEXT,
    "villageAt" DATETIME
);

-- CreateTable
CREATE TABLE "note" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "until" DATETIME
);

-- CreateIndex
CREATE INDEX "customer_external_idx" ON "customer"("external");

-- CreateIndex
CREATE INDEX "customer_person_idx" ON "customer"("person");

-- CreateIndex
CREATE INDEX "note_until_idx" ON "note"("until");
