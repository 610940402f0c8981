#include "fuzztarget.h"

#include "aws/credentials/configfile.h"

#include <QString>

using namespace braketeer;

/// The input is a config file, and a credentials file, and both halves of it.
void fuzz(QByteArrayView input)
{
    const auto half = input.size() / 2;
    const QByteArrayView inputs[][2] = {{input, {}}, {{}, input}, {input.first(half), input.sliced(half)}};
    for (const auto &[config, credentials] : inputs) {
        const auto read = aws::parseConfigFiles({QStringLiteral("config"), config},
                                                {QStringLiteral("credentials"), credentials});
        if (!read && read.error().message.isEmpty())
            qFatal("A refusal without a reason.");
    }
}
