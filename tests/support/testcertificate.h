// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace layerscope {

/// The certificate of a CA that signs nothing; nobody uses it. PEM.
inline constexpr char testCertificate[] = "-----BEGIN CERTIFICATE-----\n"
                                          "MIIBlTCCATugAwIBAgIUA9CRTiFZR9SlIy6Kgg+3eQyfwpwwCgYIKoZIzj0EAwIw\n"
                                          "HzEdMBsGA1UEAwwUTGF5ZXJzY29wZSB0ZXN0IENBIDEwIBcNMjYxMTI2MDA0NjAw\n"
                                          "WhgPMjEyNjExMDIwMDQ2MDBaMB8xHTAbBgNVBAMMFExheWVyc2NvcGUgdGVzdCBD\n"
                                          "QSAxMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8Myg+RRjYIUqa2x2e6zf9SGU\n"
                                          "ugLYzyVmnD9BtJhJ4iuDf+5mrkGcbovY9qhAlUQKmuueblLr7qI5oK5WkQlMtaNT\n"
                                          "MFEwHQYDVR0OBBYEFA6MF+ppWWQhmh4jUqOaym8toR9iMB8GA1UdIwQYMBaAFA6M\n"
                                          "F+ppWWQhmh4jUqOaym8toR9iMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID\n"
                                          "SAAwRQIgVEGnJqb/c47JM5Wt+8kDORmnk8kzdSxS+FctLARaYoECIQDNbkhFOz2Z\n"
                                          "UpknCWnKFyrXeHfVUsY8x19dnhr8hZAHwQ==\n"
                                          "-----END CERTIFICATE-----\n";

} // namespace layerscope
