#pragma once

#include <QByteArrayView>

/// What one fuzzer does with one input: any bytes. It aborts (Q_ASSERT, qFatal, a sanitizer) when something is wrong.
void fuzz(QByteArrayView input);
