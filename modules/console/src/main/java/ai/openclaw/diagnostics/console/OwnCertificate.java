package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.files.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trusts the certificate that a Gateway of this machine has in its file, and no other; its name does not matter. */
final class OwnCertificate implements X509TrustManager {

    private final X509Certificate own;

    private OwnCertificate(X509Certificate own) {
        this.own = own;
    }

    /** Returns a socket that speaks TLS over a connected one, with the Gateway that an address names. */
    static Socket secured(Socket socket, GatewayAddress address) throws IOException {
        Path file = address.certificate();
        SSLSocketFactory factory = file == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trusting(file);
        SSLSocket secured = (SSLSocket) factory.createSocket(socket, address.host(), address.port(), true);
        if (file == null) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
        }
        return secured;
    }

    private static SSLSocketFactory trusting(Path file) throws IOException {
        try (InputStream in = new ByteArrayInputStream(RegularFile.read(file))) {
            X509Certificate own =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OwnCertificate(own)}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate " + file + " cannot be read", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
        if (!chain[0].equals(own)) {
            throw new CertificateException("the certificate is not that of the configuration");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
        throw new CertificateException("no client is expected");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
