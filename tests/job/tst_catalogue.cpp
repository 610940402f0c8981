#include "job/catalogue/catalogue.h"
#include "job/rules/pattern.h"
#include "job/schema/schema.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace braketeer::job;
using namespace Qt::StringLiterals;

class tst_Catalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyInstanceTypeOfTheSchemaIsThere_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : findMember(u"instanceConfig.instanceType")->values)
            QTest::newRow(type) << QString::fromLatin1(type);
    }

    void everyInstanceTypeOfTheSchemaIsThere()
    {
        QFETCH(const QString, type);
        const Instance *instance = findInstance(type);
        QVERIFY(instance);
        QCOMPARE(instance->type, type);
        QVERIFY(type.startsWith(instance->family() + u'.'));
        // A current type is offered somewhere, and what is known of it is of a sensible size.
        if (instance->status == Instance::Status::Current)
            QVERIFY(!instance->regions.isEmpty() && instance->defaultQuota);
        QCOMPARE(instance->vcpu.has_value(), instance->memoryGiB.has_value());
        QVERIFY(!instance->vcpu || (*instance->vcpu >= 2 && *instance->vcpu <= 192));
        QCOMPARE(instance->gpus > 0, instance->gpuMemoryGiB.has_value());
        for (const QString &region : instance->regions)
            QVERIFY(findRegion(region));
    }

    void nothingElseIsThere()
    {
        QCOMPARE(instances().size(), qsizetype(findMember(u"instanceConfig.instanceType")->values.size()));
        QVERIFY(!findInstance(u"ml.p5.48xlarge"));
        QVERIFY(!findInstance(u""));
    }

    void whatNoPageStatesIsBlank()
    {
        QVERIFY(!findInstance(u"ml.m4.xlarge")->vcpu);
        QCOMPARE(describe(*findInstance(u"ml.m4.xlarge")), QString());
        QCOMPARE(findInstance(u"ml.p3.2xlarge")->status, Instance::Status::Legacy);
        QVERIFY(!findInstance(u"ml.p3.2xlarge")->defaultQuota);
    }

    void anInstanceIsDescribedInOneLine()
    {
        QLocale::setDefault(QLocale::c());
        QCOMPARE(describe(*findInstance(u"ml.m5.large")), u"2 vCPU · 8 GiB"_s);
        QCOMPARE(describe(*findInstance(u"ml.c5n.xlarge")), u"4 vCPU · 10.5 GiB"_s);
        QCOMPARE(describe(*findInstance(u"ml.g6.12xlarge")), u"48 vCPU · 192 GiB · 4 GPU (96 GiB)"_s);
    }

    void everyFileNamesItsSource_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"devices", "images", "instances", "regions"})
            QTest::newRow(file) << u":/catalogue/%1.json"_s.arg(QLatin1StringView(file));
    }

    void everyFileNamesItsSource()
    {
        QFETCH(const QString, file);
        QVERIFY(!regions().isEmpty()); // registers the resources
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QJsonObject object = QJsonDocument::fromJson(source.readAll()).object();
        QVERIFY(object.value(u"source"_s).toString().size() > 20);
        QVERIFY(QDate::fromString(object.value(u"date"_s).toString(), Qt::ISODate).isValid());
    }

    void thereAreFiveRegions()
    {
        QCOMPARE(regions().size(), 5);
        QCOMPARE(findRegion(u"us-west-2")->name, u"US West (Oregon)"_s);
        QVERIFY(!findRegion(u"eu-central-1"));
    }

    void aRegionHasItsDevices()
    {
        const auto names = [](const QList<Device> &rows) {
            QStringList list;
            for (const Device &device : rows)
                list << device.name;
            return list;
        };
        QVERIFY(names(devices(u"us-east-1")).contains(u"Aquila"_s));
        QVERIFY(names(devices(u"us-east-1")).contains(u"SV1"_s));
        QVERIFY(!names(devices(u"eu-north-1")).contains(u"SV1"_s));
        QVERIFY(names(devices(u"eu-north-1")).contains(u"Garnet"_s));
        QVERIFY(names(devices(u"eu-north-1")).contains(u"lightning.qubit"_s));
        QVERIFY(!names(devices(u"us-west-1")).contains(u"Ankaa-3"_s));
        QVERIFY(names(devices(u"us-west-1", Retired::With)).contains(u"Ankaa-3"_s));
        QVERIFY(names(devices()).contains(u"Aquila"_s));
    }

    void everyImageHasAnAddressThatTheServiceTakes()
    {
        const char *pattern = findMember(u"algorithmSpecification.containerImage.uri")->pattern;
        for (const Region &region : regions()) {
            const QList<Image> rows = images(region.region);
            QVERIFY(!rows.isEmpty());
            for (const Image &image : rows) {
                QVERIFY2(rules::matches(pattern, image.uri), qPrintable(image.uri));
                QCOMPARE(ImageUri::parse(image.uri).region, region.region);
                QCOMPARE(ImageUri::parse(image.uri).tag, image.tag);
                QVERIFY(image.tag != u"latest"_s);
            }
        }
        QVERIFY(images(u"eu-central-1").isEmpty());
    }

    void anImageAddressIsTakenApart()
    {
        const ImageUri uri = ImageUri::parse(u"123456789012.dkr.ecr.eu-west-2.amazonaws.com/team/image@sha256:abc"_s);
        QCOMPARE(uri.account, u"123456789012"_s);
        QCOMPARE(uri.region, u"eu-west-2"_s);
        QCOMPARE(uri.repository, u"team/image"_s);
        QCOMPARE(uri.tag, QString());
        QCOMPARE(uri.digest, u"sha256:abc"_s);
        QCOMPARE(ImageUri::parse(u"public.ecr.aws/x/y:1"_s).account, QString());
    }
};

QTEST_APPLESS_MAIN(tst_Catalogue)
#include "tst_catalogue.moc"
