// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/vocabulary.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

std::span<const Datacenter> datacenters()
{
    static const Datacenter table[] = {
        {1441195, u"dal10"_s, u"Dallas 10"_s, 20, 1},   {1854895, u"dal13"_s, u"Dallas 13"_s, 14, 1},
        {449506, u"fra02"_s, u"Frankfurt 2"_s, 12, 5},  {1909255, u"fra05"_s, u"Frankfurt 5"_s, 5, 5},
        {449610, u"lon06"_s, u"London 6"_s, 9, 2},      {814994, u"ams03"_s, u"Amsterdam 3"_s, 8, 2},
        {2017603, u"wdc07"_s, u"Washington 7"_s, 9, 1}, {1004995, u"sjc04"_s, u"San Jose 4"_s, 6, 1},
        {2313893, u"tok04"_s, u"Tokyo 4"_s, 6, 3},      {1910273, u"syd05"_s, u"Sydney 5"_s, 4, 4},
        {449500, u"tor04"_s, u"Toronto 4"_s, 2, 1},     {983497, u"sao01"_s, u"São Paulo 1"_s, 2, 7},
        {815394, u"mil01"_s, u"Milan 1"_s, 1, 9},       {1555995, u"sng01"_s, u"Singapore 1"_s, 1, 3},
        {1011303, u"che01"_s, u"Chennai 1"_s, 1, 8},
    };
    return table;
}

std::span<const OperatingSystem> operatingSystems()
{
    static const OperatingSystem table[] = {
        {3816, u"Debian"_s, u"Debian"_s, u"12.0-64 "_s, u"DEBIAN_12_64"_s, u"Debian GNU/Linux 12"_s, 18},
        {3721, u"Canonical"_s, u"Ubuntu"_s, u"22.04-64 Minimal"_s, u"UBUNTU_22_64"_s,
         u"Ubuntu Linux 22.04 LTS Jammy Jellyfish"_s, 22},
        {3544, u"Canonical"_s, u"Ubuntu"_s, u"20.04-64"_s, u"UBUNTU_20_64"_s,
         u"Ubuntu Linux 20.04 LTS Focal Fossa"_s, 10},
        {3809, u"Redhat"_s, u"EL"_s, u"8.6-64 "_s, u"REDHAT_8_64"_s, u"Red Hat Enterprise Linux 8.x"_s, 14},
        {3902, u"Redhat"_s, u"EL"_s, u"9.2-64"_s, u"REDHAT_9_64"_s, u"Red Hat Enterprise Linux 9.x"_s, 8},
        {2942, u"CentOS"_s, u"CentOS"_s, u"7.8-64  "_s, u"CENTOS_7_64"_s, u"CentOS 7.x"_s, 9},
        {3117, u"Microsoft"_s, u"Windows 2019"_s, u"STD-64 "_s, u"WIN_2019-STD_64"_s,
         u"Windows Server 2019 Standard Edition"_s, 9},
        {3770, u"Microsoft"_s, u"Windows 2022"_s, u"DC-64"_s, u"WIN_2022-DC_64"_s,
         u"Windows Server 2022 Datacenter Edition"_s, 4},
        {3650, u"VMware"_s, u"VMware vSphere Enterprise Plus"_s, u"7.0-64"_s, u"VMWARE_7_64"_s,
         u"VMware vSphere Enterprise Plus 7.0"_s, 4},
        {3881, u"Rocky Linux"_s, u"Rocky Linux"_s, u"9.0-64 "_s, u"ROCKYLINUX_9_64"_s, u"Rocky Linux 9"_s, 2},
    };
    return table;
}

std::span<const QString> roles()
{
    static const QString table[] = {
        u"web"_s,    u"db"_s,         u"api"_s,   u"cache"_s, u"edge"_s,    u"build"_s, u"mail"_s,
        u"backup"_s, u"k8s-worker"_s, u"queue"_s, u"log"_s,   u"search"_s,  u"batch"_s, u"k8s-master"_s,
        u"vpn"_s,    u"gpu"_s,        u"proxy"_s, u"test"_s,  u"metrics"_s,
    };
    return table;
}

std::span<const QString> domains()
{
    static const QString table[] = {
        u"example.com"_s,      u"example.com"_s,      u"example.net"_s,
        u"corp.example.com"_s, u"prod.example.net"_s, u"example.org"_s,
    };
    return table;
}

std::span<const Owner> owners()
{
    static const Owner table[] = {
        {7650001, u"1234567_ops@example.com"_s, u"Pat"_s, u"Doe"_s},
        {7650017, u"1234567_anna.mueller@example.com"_s, u"Anna"_s, u"Müller"_s},
        {7650023, u"1234567_tanaka@example.com"_s, u"太郎"_s, u"田中"_s},
        {7650042, u"1234567_build-bot@example.com"_s, u"Build"_s, u"Bot"_s},
        {7650077, u"SL1234567"_s, u"Sam"_s, u"O'Neil"_s},
        {7650105, u"1234567_josé@example.com"_s, u"José"_s, u"García"_s},
    };
    return table;
}

std::span<const Tag> tags()
{
    static const Tag table[] = {
        {5158001, u"production"_s}, {5158002, u"staging"_s},        {5158003, u"pci"_s},
        {5158004, u"team:blue"_s},  {5158005, u"team:red"_s},       {5158006, u"größe-xl"_s},
        {5158007, u"重要"_s},       {5158008, u"cost-center=42"_s}, {5158009, u"keep until 2027"_s},
        {5158010, u"dr"_s},         {5158011, u"customer a, b"_s},  {5158012, u"=legacy"_s},
    };
    return table;
}

std::span<const QString> notes()
{
    static const QString table[] = {
        u"primary"_s,
        u"primary, do not reboot"_s,
        u"He said \"never touch\", so don't"_s,
        u"first line\nsecond line"_s,
        u"Windows line\r\nbreaks\r\n"_s,
        u"=SUM(A1:A9)"_s,
        u"+1 555 0100 on call"_s,
        u"-decommission in 2027"_s,
        u"@ops please check"_s,
        u"\tindented by a tab"_s,
        u"日本語のメモ、東京"_s,
        u"Müller & Söhne GmbH, Köln"_s,
        u"launched 🚀 fine"_s,
        u""_s,
        u"C:\\data and /srv/data"_s,
        u"a;b;c"_s,
        u" blanks around "_s,
        u"＝1+1 in full width"_s,
        u"<b>not</b> &amp; markup"_s,
        u"\rstarts with a carriage return"_s,
        u"contract 4711; see https://wiki.example.com/a/b?c=d%20e#f"_s,
        u"'quoted'"_s,
        u"مرحبا — right to left"_s,
    };
    return table;
}

std::span<const Region> regions()
{
    static const Region table[] = {
        {1, u"US/Canada"_s, u"All US and Canadian datacenters"_s},
        {2, u"AMS/LON/MAD/PAR"_s, u"European datacenters"_s},
        {3, u"SNG/HKG/JPN"_s, u"Asian datacenters"_s},
        {4, u"AUS"_s, u"Australian datacenters"_s},
        {5, u"FRA"_s, u"Frankfurt datacenters"_s},
        {6, u"MEX"_s, u"Mexican datacenters"_s},
        {7, u"BRA"_s, u"Brazilian datacenters"_s},
        {8, u"IND"_s, u"Indian datacenters"_s},
        {9, u"ITA"_s, u"Italian datacenters"_s},
        {10, u"KOR"_s, u"Korean datacenters"_s},
    };
    return table;
}

std::span<const QString> poolNames()
{
    static const QString table[] = {
        u"EU pool"_s,    u"US pool"_s,     u"東京 pool"_s,           u"Streaming, live"_s,
        u"Backup"_s,     u"Customer A"_s,  u"Müller \"gold\""_s,     u"CDN origin"_s,
        u"=pilot"_s,     u"Research"_s,    u"Video on demand"_s,     u"Partner \"Nord\", shared"_s,
        u"DR site"_s,    u"Gaming"_s,      u"Sydney edge"_s,         u"日本 backup"_s,
        u"Customer B"_s, u"Mail relays"_s, u"Customer C, EU only"_s, u"Analytics"_s,
    };
    return table;
}

std::span<const Chassis> chassisModels()
{
    static const Chassis table[] = {
        {901, u"Chassis 1U"_s, u"Acme"_s, u"A1000"_s, 1},
        {902, u"Chassis 2U, 12 drives"_s, u"Acme"_s, u"A2012"_s, 2},
        {903, u"Chassis 4U, 36 drives"_s, u"Acme"_s, u"A4036"_s, 4},
        {904, u"Chassis blade"_s, u"Example Metal"_s, u"B8"_s, 1},
    };
    return table;
}

std::span<const DedicatedHost> dedicatedHosts()
{
    static const DedicatedHost table[] = {
        {80501, u"host-dal10-01"_s},
        {80517, u"host-fra02-01"_s},
    };
    return table;
}

std::span<const Transaction> transactions()
{
    static const Transaction table[] = {
        {u"SERVICE_SETUP"_s, u"Service Setup"_s, u"Service Setup"_s, 245},
        {u"RESCUE_BOOT"_s, u"Rescue kernel is booting"_s, u"Rescue Kernel Boot"_s, 125},
        {u"RELOAD_OS"_s, u"Reloading the operating system"_s, u"OS Reload"_s, 300},
        {u"POWER_ON"_s, u"Powering on"_s, u"Power On"_s, 5},
        {u"RECLAIM_WAIT"_s, u"Waiting for reclaim"_s, u"Reclaim"_s, 20160},
    };
    return table;
}

} // namespace layerscope::demo
