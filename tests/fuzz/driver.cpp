#include "fuzztarget.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>

#include <cstdio>

#ifdef BRAKETEER_LIBFUZZER
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    fuzz(QByteArrayView(data, qsizetype(size)));
    return 0;
}
#else
namespace {

QList<QByteArray> readCorpus(const QStringList &folders)
{
    QList<QByteArray> inputs;
    for (const QString &folder : folders) {
        QDirIterator files(folder, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                inputs << file.readAll();
        }
    }
    std::sort(inputs.begin(), inputs.end()); // the order of a folder differs from machine to machine
    return inputs;
}

/// Bytes that parsers stumble over.
const QList<QByteArray> awkward{"\0",
                                "\xff",
                                "\xed\xa0\x80",
                                "\xef\xbb\xbf",
                                "{",
                                "}",
                                "[",
                                "]",
                                "\"",
                                "\\u0000",
                                "\\ud800",
                                ",",
                                ":",
                                "=",
                                "&a ",
                                "*a",
                                "<<",
                                "- ",
                                "\n",
                                "\r",
                                "\t",
                                "1e999",
                                "-",
                                "'",
                                "@=file://",
                                "[[[[[[[[[[[[[[[[",
                                "{{{{{{{{",
                                "%",
                                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                                "&a;",
                                "<a>"};

QByteArray mutated(QByteArray bytes, const QList<QByteArray> &corpus, QRandomGenerator &random)
{
    const int changes = 1 + int(random.bounded(6));
    for (int i = 0; i < changes; ++i) {
        const qsizetype at = bytes.isEmpty() ? 0 : qsizetype(random.bounded(quint32(bytes.size() + 1)));
        switch (random.bounded(6)) {
        case 0:
            bytes.insert(at, awkward.at(random.bounded(int(awkward.size()))));
            break;
        case 1:
            bytes.remove(at, 1 + random.bounded(8));
            break;
        case 2:
            if (at < bytes.size())
                bytes[at] = char(random.bounded(256));
            break;
        case 3:
            bytes.truncate(at);
            break;
        case 4:
            bytes.insert(at, bytes.mid(at, 1 + random.bounded(64)));
            break;
        default: {
            const QByteArray &other = corpus.at(random.bounded(int(corpus.size())));
            bytes = bytes.first(at) + other.mid(random.bounded(int(other.size() + 1)));
        }
        }
    }
    return bytes.first(std::min<qsizetype>(bytes.size(), 64 * 1024));
}

} // namespace

/// Feeds every file of the folders, then mutations of them: always the same ones, so that a failure can be repeated.
/// Usage: PROGRAM ROUNDS FOLDER…
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto corpus = readCorpus(arguments.mid(2));
    if (corpus.isEmpty())
        qFatal("The corpus is empty.");
    for (const QByteArray &input : corpus)
        fuzz(input);
    QRandomGenerator random(20260102);
    const int rounds = arguments.at(1).toInt();
    for (int i = 0; i < rounds; ++i)
        fuzz(mutated(corpus.at(random.bounded(int(corpus.size()))), corpus, random));
    std::printf("%d inputs and %d mutations\n", int(corpus.size()), rounds);
}
#endif
