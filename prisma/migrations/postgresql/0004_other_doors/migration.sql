-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "tried" JSONB;

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "gps" TEXT,
ADD COLUMN     "thumb" TEXT;

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "external" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "wroteAt" TIMESTAMPTZ(3),
    "sent" INTEGER NOT NULL DEFAULT 0,
    "village" TEXT,
    "villageAt" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "customer_external_idx" ON "customer"("external");

-- CreateIndex
CREATE INDEX "customer_person_idx" ON "customer"("person");

-- CreateIndex
CREATE INDEX "note_until_idx" ON "note"("until");
