#include "gui/job/jobdocument.h"
#include "gui/job/sectionpage.h"
#include "gui/job/sections.h"
#include "gui/kit/editcontext.h"
#include "gui/kit/theme.h"
#include "support/patience.h"

#include <QTest>
#include <QtWidgets>

using namespace braketeer;
using namespace braketeer::gui;
using namespace Qt::StringLiterals;

namespace {

void put(JobDocument &document, const char *path, const char *text)
{
    document.setText(job::Path::parse(QString::fromLatin1(path)), QString::fromUtf8(text));
}

/// A job as it is while somebody works on it: mostly filled, with one mistake a section where one is likely.
void fill(JobDocument &document)
{
    put(document, "jobName", "bell-pair");
    put(document, "roleArn", "arn:aws:iam::123456789012:role/service-role/AmazonBraketJobsExecutionRole");
    put(document, "tags.project", "entanglement");
    put(document, "tags.team", "research");
    put(document, "algorithmSpecification.scriptModeConfig.s3Uri",
        "s3://amazon-braket-us-west-2-123456789012/bell/source.tar.gz");
    put(document, "algorithmSpecification.scriptModeConfig.entryPoint", "bell.py");
    put(document, "algorithmSpecification.scriptModeConfig.compressionType", "GZIP");
    put(document, "algorithmSpecification.containerImage.uri",
        "292282985366.dkr.ecr.us-west-2.amazonaws.com/amazon-braket-base-jobs:1.0-cpu-py312-ubuntu24.04");
    put(document, "inputDataConfig[0].channelName", "train");
    put(document, "inputDataConfig[0].dataSource.s3DataSource.s3Uri",
        "s3://amazon-braket-us-west-2-123456789012/data/train/");
    put(document, "inputDataConfig[1].channelName", "test set");
    put(document, "outputDataConfig.s3Path", "s3://amazon-braket-us-west-2-123456789012/bell/output");
    put(document, "instanceConfig.instanceType", "ml.g6.xlarge");
    document.set(job::Path::parse(u"instanceConfig.volumeSizeInGb"), job::Value::number(30));
    document.set(job::Path::parse(u"stoppingCondition.maxRuntimeInSeconds"), job::Value::number(5400));
    put(document, "deviceConfig.device", "arn:aws:braket:::device/quantum-simulator/amazon/sv1");
    put(document, "hyperParameters.shots", "1000");
    put(document, "hyperParameters.layers", "3");
    put(document, "hyperParameters.notes", "a note\nof two lines");
    document.reset(document.spec());
}

bool isBlank(const QImage &image)
{
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

bool isClipped(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->wordWrap() ? label->height() < label->heightForWidth(label->width())
                                 : label->width() < label->minimumSizeHint().width();
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && button->width() < button->minimumSizeHint().width();
}

QStringList clippedTexts(const QWidget &page)
{
    QStringList texts;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (widget->isVisible() && isClipped(*widget))
            texts.append(widget->property("text").toString());
    }
    return texts;
}

} // namespace

/// Every section as it is painted, wide and narrow, light and dark, empty and filled. With BRAKETEER_PICTURES naming a
/// folder the pictures are kept there; QT_SCALE_FACTOR=2 makes those of a fine screen.
class tst_SectionPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingIsClipped_data()
    {
        QTest::addColumn<int>("section");
        QTest::addColumn<bool>("filled");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("dark");
        for (int i = 0; i < int(sections().size()); ++i) {
            for (const bool filled : {false, true}) {
                for (const int width : {560, 820}) {
                    for (const bool dark : {false, true})
                        QTest::addRow("%s-%s-%d-%s", sections()[size_t(i)].id, filled ? "filled" : "empty", width,
                                      dark ? "dark" : "light")
                            << i << filled << width << dark;
                }
            }
        }
    }

    void nothingIsClipped()
    {
        QFETCH(const int, section);
        QFETCH(const bool, filled);
        QFETCH(const int, width);
        QFETCH(const bool, dark);

        Theme theme;
        theme.setScheme(dark ? ColorScheme::Dark : ColorScheme::Light);
        JobDocument document;
        if (filled)
            fill(document);
        EditContext context;
        context.setRegion(u"us-west-2"_s);
        const SectionSpec &spec = sections()[size_t(section)];
        const std::unique_ptr<SectionPage> page(spec.create(spec, document, context, nullptr));
        page->resize(width, 640);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        if (!filled)
            page->showAllFindings();
        QCoreApplication::processEvents();
        QTRY_COMPARE_WITH_TIMEOUT(clippedTexts(*page), QStringList(),
                                  braketeer::test::patience); // layouts settle in the event loop
        QCOMPARE(page->horizontalScrollBar()->maximum(), 0);

        const QPixmap picture = page->grab();
        QVERIFY(!isBlank(picture.toImage()));
        save(picture);
    }

private:
    static void save(const QPixmap &picture)
    {
        const QString folder = qEnvironmentVariable("BRAKETEER_PICTURES");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        const QString scale = QString::number(qRound(picture.devicePixelRatio() * 100));
        QVERIFY(picture.save(u"%1/%2-%3.png"_s.arg(folder, QLatin1StringView(QTest::currentDataTag()), scale)));
    }
};

QTEST_MAIN(tst_SectionPictures)
#include "tst_sectionpictures.moc"
