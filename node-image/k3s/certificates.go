package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// pki is the folder in which every certificate of the node lies.
const pki = "/var/lib/rancher/k3s/server/tls"

// authority signs the node's certificates. One authority serves all purposes: the cluster lives for
// minutes and trusts nobody else.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	dir  string
}

// issued is a certificate with its key, in PEM.
type issued struct{ cert, key []byte }

func newAuthority(dir string, now time.Time) (*authority, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	template := certificate("node-ca", nil, now)
	template.IsCA, template.BasicConstraintsValid = true, true
	template.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return nil, err
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, err
	}
	a := &authority{cert: cert, key: key, dir: dir}
	return a, a.write("ca", pair(der, key))
}

// issue makes a certificate for a client or server and writes it as NAME.crt and NAME.key.
func (a *authority) issue(name, user string, groups, sans []string, now time.Time) (issued, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return issued{}, err
	}
	template := certificate(user, groups, now)
	template.KeyUsage = x509.KeyUsageDigitalSignature
	template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	for _, san := range sans {
		if ip := net.ParseIP(san); ip != nil {
			template.IPAddresses = append(template.IPAddresses, ip)
		} else {
			template.DNSNames = append(template.DNSNames, san)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.cert, &key.PublicKey, a.key)
	if err != nil {
		return issued{}, err
	}
	made := pair(der, key)
	return made, a.write(name, made)
}

// issueServiceAccountKey writes the pair that signs the tokens of service accounts.
func (a *authority) issueServiceAccountKey() error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(a.dir, "sa.pub"), encode("PUBLIC KEY", public), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(a.dir, "sa.key"), pair(nil, key).key, 0o600)
}

// kubeconfig is a client configuration whose cluster, user and context are named "default", as K3s
// names them.
func (a *authority) kubeconfig(server string, user issued) []byte {
	b64 := base64.StdEncoding.EncodeToString
	return []byte(fmt.Sprintf(`apiVersion: v1
kind: Config
clusters:
- name: default
  cluster:
    server: %s
    certificate-authority-data: %s
users:
- name: default
  user:
    client-certificate-data: %s
    client-key-data: %s
contexts:
- name: default
  context:
    cluster: default
    user: default
current-context: default
`, server, b64(encode("CERTIFICATE", a.cert.Raw)), b64(user.cert), b64(user.key)))
}

func (a *authority) write(name string, made issued) error {
	if err := os.WriteFile(filepath.Join(a.dir, name+".crt"), made.cert, 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(a.dir, name+".key"), made.key, 0o600)
}

func certificate(user string, groups []string, now time.Time) *x509.Certificate {
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	return &x509.Certificate{
		SerialNumber: serial,
		Subject:      pkix.Name{CommonName: user, Organization: groups},
		// An hour back: clients on other machines may have clocks that are behind.
		NotBefore: now.Add(-time.Hour),
		NotAfter:  now.AddDate(1, 0, 0),
	}
}

func pair(der []byte, key *ecdsa.PrivateKey) issued {
	raw, _ := x509.MarshalECPrivateKey(key)
	return issued{cert: encode("CERTIFICATE", der), key: encode("EC PRIVATE KEY", raw)}
}

func encode(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}
